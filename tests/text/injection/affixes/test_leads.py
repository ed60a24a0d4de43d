"""What a site glues to the start of an article."""

from pipelines.text.injection.affixes.leads import find_leads


def test_a_brand_in_front_of_the_lead_goes_if_nothing_but_a_heading_knows_it(page, story, cleaned):
    glued = ["橙汁登录88" + story[0], *story[1:]]

    assert cleaned(find_leads, page(glued, headings=["橙汁登录88"]))[1] == story
    assert find_leads(page(glued, title="橙汁登录88开业", headings=["橙汁登录88"])) == []
