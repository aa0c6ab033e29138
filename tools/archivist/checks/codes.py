"""The one table of fault codes. A code, once published, keeps its meaning."""

from __future__ import annotations

from typing import Literal, NamedTuple

FoundBy = Literal["add", "check", "audit", "build", "restore", "any"]


class Code(NamedTuple):
    found_by: FoundBy  # the command that finds it; "add" also stands for seal and other writing commands
    meaning: str


CODES: dict[str, Code] = {
    # Wrong use
    "archive-busy": Code("add", "Another archivist is writing to the archive."),
    "batch-table": Code("add", "A batch table cannot be read, or its columns cannot stand."),
    "gold-text": Code("any", "An annotation does not fit the text beside it."),
    "id-taken": Code("add", "Another document has the id."),
    "index-file": Code("any", "A file of the search index cannot be read."),
    "no-archive": Code("any", "The project has no folder archive/."),
    "no-facet": Code("any", "A search was to be narrowed by what does not narrow one."),
    "no-glossary": Code("any", "The project has no glossary."),
    "no-gold": Code("any", "The folder has no annotated texts."),
    "no-project": Code("any", "The working directory is not inside an archive project."),
    "no-such-document": Code("any", "No document has the id."),
    "no-text": Code("any", "What was named is neither a document nor a file."),
    "not-as-sealed": Code("build", "An original or a reading text is not as its bag recorded it."),
    "not-empty": Code("add", "A new project was to be made in a folder that holds something."),
    "not-sound": Code("add", "A bag that is to be sealed has faults that a seal would hide."),
    "not-utf-8": Code("any", "The bytes are not text in UTF-8."),
    "pandoc": Code("any", "Pandoc cannot format citations."),
    "passage-archive": Code("any", "A passage's identifier names another archive."),
    "passage-digest": Code("any", "A passage's identifier is bound to another text than the document has."),
    "passage-empty": Code("any", "A range of characters holds none."),
    "passage-malformed": Code("any", "What was given is no identifier of a passage."),
    "passage-outside": Code("any", "A passage's identifier names a place that the text does not have."),
    "passage-reversed": Code("any", "A range ends before it begins."),
    "passage-splits": Code("any", "A range cuts a character, as readers see it, in two."),
    "passage-unsealed": Code("any", "A passage is to be cited of a document whose files are not as they were sealed."),
    "quotation-empty": Code("any", "What was to be verified holds no words."),
    "quotation-id": Code("any", "Words that no text has are a document’s id with marks around it."),
    "same-bytes": Code("add", "A document with the same bytes is there already."),
    "setting-missing": Code("any", "An export needs a setting that conf.py does not have."),
    "setting-name": Code("any", "A name in conf.py looks like a setting of the archive, and is none."),
    "setting-value": Code("any", "A setting of conf.py cannot stand."),
    "source-address": Code("add", "What is to be added is an address of the web."),
    "source-empty": Code("add", "The file to be added holds nothing, or only white space."),
    "source-folder": Code("add", "What is to be added is a folder, or no file."),
    "source-loop": Code("add", "The path leads through a loop of symbolic links."),
    "source-missing": Code("add", "The file to be added is not there."),
    "system": Code("any", "The operating system refused something."),
    "text-withheld": Code("any", "The edition that the archive was restored from withheld a text."),
    # Descriptions
    "file-missing": Code("check", "A file that the record speaks of is not there."),
    "id-malformed": Code("check", "A folder's name cannot be a document's id."),
    "part-outside": Code("check", "A part begins at a paragraph that the text does not have."),
    "reading-changed": Code("check", "The reading text or its layout is not the one that was added."),
    "record-missing-key": Code("check", "A record lacks a required value."),
    "record-syntax": Code("check", "A record is not TOML."),
    "record-unknown-key": Code("check", "A record has a key that no record has."),
    "record-value": Code("check", "A value of a record cannot stand."),
    "relation-dangling": Code("check", "A relation names a document that is not there."),
    "selector-stale": Code("check", "The words that a note or a ruling is about are not there, or not only once."),
    "text-undecodable": Code("check", "The bytes are not text in the charset given."),
    # Derived files
    "bibliography-stale": Code("check", "bib/sources.bib is not what the records say."),
    "schema-stale": Code("check", "source/record.schema.json is not the schema of the record."),
    "stub-missing": Code("check", "A document has no page in source/documents/."),
    "stub-orphan": Code("check", "A page in source/documents/ has no document."),
    # Works
    "citation-stale": Code("check", "The words that are said to name a work are not there, or not only once."),
    "citations-file": Code("check", "bib/citations.toml cannot be read, or says what it cannot."),
    "references-syntax": Code("check", "bib/references.bib cannot be read, or an entry of it cannot be printed."),
    "work-uncited": Code("check", "Nothing cites an entry of bib/references.bib."),
    "work-unknown": Code("check", "A work is cited that bib/references.bib does not have."),
    # Glossary
    "acronym-unlisted": Code("check", "A text uses an acronym that the glossary lacks."),
    "expansion-missing": Code("check", "An acronym's entry does not say what the letters mean."),
    "expansion-parted": Code("check", "An acronym means the name of another entry, and does not stand for it."),
    "example-unmet": Code("check", "An example of a glossary entry is not found, or a counterexample is."),
    "form-shared": Code("check", "Two entries claim the same form, as written or as it is read."),
    "form-unfindable": Code("check", "A form is no name, so that no text can be found to hold it."),
    "glossary-entry": Code("check", "An entry of the glossary cannot stand."),
    "ruling-kind": Code("check", "A ruling gives an entry a kind that is not its own."),
    "ruling-unheeded": Code("check", "A ruling has no effect, since another one is on the same words or crosses them."),
    "ruling-target": Code("check", "A ruling names an entry that the glossary lacks."),
    "type-misspelt": Code("check", "The type of an entry is nearly one that more entries of its kind have."),
    "glossary-syntax": Code("check", "A file of the glossary is not TOML."),
    # Edition
    "edition-not-restored": Code("restore", "A PDF is no edition, is damaged, or a volume is missing."),
    "font-package": Code("build", "A package of fonts is not installed."),
    "glyphs": Code("build", "Characters of the edition cannot be drawn."),
    "not-built": Code("build", "Sphinx had warnings or errors."),
    "typst": Code("build", "Typst refuses the edition."),
    # Fixity
    "file-unreadable": Code("any", "The system refuses to read a file or a folder of the archive: found by `audit`."),
    "archive-extra": Code("audit", "Something in archive/ is neither a bag nor a file of the tools."),
    "archive-manifest": Code("audit", "archive-manifest.txt does not list what is there."),
    "audit-chain": Code("audit", "The log of audits was changed after it was written."),
    "bag-declaration": Code("audit", "bagit.txt is not there, or does not declare BagIt 1.0."),
    "document-missing": Code("audit", "A document that archive-manifest.txt lists is not there."),
    "event-chain": Code("audit", "An event does not carry the digest of the one before it."),
    "event-count": Code("audit", "The event log holds fewer or more events than were sealed."),
    "event-log": Code("audit", "An event cannot be read: the log is cut or overwritten."),
    "manifest-missing": Code("audit", "A bag lacks one of its manifests."),
    "manifest-syntax": Code("audit", "A line of a manifest is not a digest and a path."),
    "manifests-differ": Code("audit", "The SHA-256 and the SHA-512 manifest do not list the same files."),
    "payload-digest": Code("audit", "A file in data/ has other bytes than were received."),
    "payload-extra": Code("audit", "A file in data/ is in no manifest."),
    "payload-missing": Code("audit", "A file in data/ is gone."),
    "payload-oxum": Code("audit", "The payload is not as many bytes and files as bag-info.txt says."),
    "record-changed": Code("audit", "The record was edited since it was sealed."),
    "tag-digest": Code("audit", "A file beside data/ has other bytes than were sealed."),
    "tag-extra": Code("audit", "A file beside data/ is in no manifest."),
    "tag-missing": Code("audit", "A file beside data/ is gone."),
}
