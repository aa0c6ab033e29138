"""What a document's type is called elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.store.record import DocumentType


class Kind(NamedTuple):
    """A type of document in the words of other vocabularies."""

    csl: str  # CSL 1.0.2, appendix III
    ris: str  # TY of RIS: what Zotero reads as `zotero`, where there is such; it takes GEN for an article of a journal
    zotero: str  # item type of Zotero, `z:itemType`
    schema: str  # class of schema.org
    genre: str = ""  # what the class alone would not say, in print
    bibtex: str = "misc"  # entry type: of BibLaTeX's further ones those that all readers know


KINDS: Mapping[DocumentType, Kind] = {
    "article": Kind("article-magazine", "MGZN", "magazineArticle", "Article"),
    "blog": Kind("post-weblog", "BLOG", "blogPost", "BlogPosting", bibtex="online"),
    "dataset": Kind("dataset", "DATA", "dataset", "Dataset", bibtex="dataset"),
    "fact-sheet": Kind("report", "RPRT", "report", "Report", "Fact sheet", "techreport"),
    "legislation": Kind("legislation", "STAT", "statute", "Legislation"),
    "letter": Kind("personal_communication", "PCOMM", "letter", "Message", "Letter"),
    "minutes": Kind("document", "GEN", "document", "DigitalDocument", "Minutes"),
    "news-item": Kind("article-newspaper", "NEWS", "newspaperArticle", "NewsArticle"),
    "other": Kind("document", "GEN", "document", "CreativeWork"),
    "press-release": Kind("webpage", "ELEC", "webpage", "Article", "Press release", "online"),
    "report": Kind("report", "RPRT", "report", "Report", bibtex="techreport"),
    "speech": Kind("speech", "SLIDE", "presentation", "CreativeWork", "Speech"),
    "statement": Kind("document", "GEN", "document", "CreativeWork", "Statement"),
    "web-page": Kind("webpage", "ELEC", "webpage", "WebPage", bibtex="online"),
}
# Parts of these, in CSL, are of the same type; those of another are chapters.
WITHOUT_CHAPTERS = frozenset({"article-newspaper", "post-weblog", "webpage"})
