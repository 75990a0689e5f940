"""Recording a visit on its page."""


def test_page(browse, cast):
    answer = browse("aisha").get(f"/children/{cast.maya.ref}/visits/record/")
    assert answer.status_code == 200
    print(answer.content.decode())


def test_contacts(browse, cast):
    answer = browse("aisha").get(f"/children/{cast.maya.ref}/contacts/")
    assert answer.status_code == 200
