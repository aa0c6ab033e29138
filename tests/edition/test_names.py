from archivist.edition.names import printed_name


def test_a_name_has_a_curved_apostrophe_and_its_number_on_one_line():
    assert (
        printed_name("Workmen's Compensation (Agriculture) Convention, 1921 (No. 12)")
        == "Workmen’s Compensation (Agriculture) Convention, 1921 (No.\u00a012)"
    )


def test_other_signs_stay():
    assert printed_name('The "No. A" and No.12') == 'The "No. A" and No.12'
