import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_index import index_of, unit

from archivist.errors import ArchivistError
from archivist.search.answering import answer
from archivist.search.counting import BLOCK, pieces
from archivist.search.files import current, script
from archivist.search.reading import Index
from archivist.search.units import Passage


def test_the_folder_is_named_after_what_it_holds(tmp_path):
    one = index_of(tmp_path / "a", [unit("2001-a", "one")]).shelf.folder
    same = index_of(tmp_path / "b", [unit("2001-a", "one")]).shelf.folder
    other = index_of(tmp_path / "a", [unit("2001-a", "two")]).shelf.folder
    assert one.name == same.name != other.name
    assert current(tmp_path / "a")["folder"] == other.name
    assert not one.exists()


def test_an_index_that_is_pointed_to_and_gone_is_none(tmp_path):
    folder = index_of(tmp_path, [unit("2001-a", "one")]).shelf.folder
    (folder / "meta.js").unlink()
    assert current(tmp_path) is None
    assert current(tmp_path / "nowhere") is None


def test_a_file_that_is_missing_is_a_fault_that_says_what_mends_it(tmp_path):
    index = index_of(tmp_path, [unit("2001-a", "one")])
    for path in (index.shelf.folder / "t").iterdir():
        path.unlink()
    with pytest.raises(ArchivistError, match="cannot be read"):
        answer(Index(index.shelf.folder), "one")


def test_a_script_holds_any_text():
    text = '</script>\u2028\u2029"\\\n\ud800'
    assert script("x", text) == b'archiveSearch.put("x","</script>\\u2028\\u2029\\"\\\\\\n?");\n'


def test_every_code_point_of_a_text_is_in_one_piece_and_in_order():
    texts = ["word " * 50, "x" * 9000, "many words " * 2000, "", "ประกันสังคม" * 300]
    laid = list(pieces(Passage(number, text, ("a note",)) for number, text in enumerate(texts, 1)))
    found = {}
    for piece in laid:
        found[piece.passage.number] = found.get(piece.passage.number, "") + piece.passage.text
        assert piece.start % BLOCK + len(piece.terms) <= BLOCK
        assert piece.block == piece.start // BLOCK
    assert list(found.values()) == texts
    assert len(laid) > len(texts)


def test_a_hit_deep_in_a_long_text_is_shown_from_its_own_block(tmp_path):
    paragraphs = ["filler words without end " * 40] * 200 + ["here the needle lies"] + ["and so on " * 100] * 50
    index = index_of(tmp_path, [unit("2001-a", *paragraphs)])
    for query in ("needle", '"the needle lies"', "needle lies here"):
        (best, *_) = answer(index, query).result(0).excerpts
        assert best.paragraph == 201
    size = max(path.stat().st_size for path in (index.shelf.folder / "x").rglob("*.js"))
    assert size < 8000


def test_the_index_grows_with_the_texts_and_not_faster(tmp_path):
    words = [f"w{n * n % 997}" for n in range(3000)]
    sizes = []
    for count in (50, 100, 200):
        units = [unit(f"2001-{n:04d}", " ".join(words[n : n + 300])) for n in range(count)]
        folder = index_of(tmp_path / str(count), units).shelf.folder
        sizes.append(sum(path.stat().st_size for path in folder.rglob("*.js")))
    assert sizes[2] - sizes[1] < 2.2 * (sizes[1] - sizes[0])


def test_a_query_loads_little_of_a_large_index(tmp_path):
    words = [f"w{n * n % 9973}" for n in range(9000)]
    index = index_of(tmp_path, [unit(f"2001-{n:04d}", "common " + " ".join(words[n : n + 200])) for n in range(400)])
    loaded = []
    take = index.shelf.take
    index.shelf.take = lambda name: loaded.append(name) or take(name)
    found = answer(index, "common w16")
    for one in found.units[:10]:
        found.result(one)
    files = [index.shelf.folder / f"{name}.js" for name in set(loaded)]
    assert found.units
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 25_000


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_index_does_not_depend_on_the_hash_seed(tmp_path, seed):
    program = (
        "import sys; from pathlib import Path; from small_index import index_of, unit\n"
        "words = [f'w{n * n % 997}' for n in range(3000)]\n"
        "units = [unit(f'2001-{n}', ' '.join(words[n : n + 200])) for n in range(40)]\n"
        "print(index_of(Path(sys.argv[1]), units).shelf.folder.name)"
    )
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", program, str(tmp_path)]
    name = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()
    words = [f"w{n * n % 997}" for n in range(3000)]
    units = [unit(f"2001-{n}", " ".join(words[n : n + 200])) for n in range(40)]
    assert index_of(tmp_path / "here", units).shelf.folder.name == name
