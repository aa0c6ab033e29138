"""The HTML of the site: the Nu checker's rules, and links that lead somewhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from markup import addresses, dead_links, markup_errors

from conftest import expect_none


def test_no_page_breaks_a_rule_of_html(site):
    expect_none(markup_errors(site.folder))


def test_every_link_leads_somewhere(site):
    expect_none({page: dead_links(site.folder / page) for page in site.pages()})


def test_addresses_elsewhere_are_web_addresses(site):
    schemes = {urlsplit(address).scheme for page in site.pages() for address in addresses(site.folder / page).addresses}
    assert schemes <= {"", "http", "https", "data"}  # data: our icon, which asks nobody for anything
