"""How a child is kept safe: discussions, enquiries, conferences, core groups, protection plans."""

from django.urls import path

from kith.pages.staff import conferring, protecting

urlpatterns = [
    path("", protecting.child_protection, name="child-protection"),
    path("enquiries/<int:pk>/", protecting.enquiry, name="enquiry"),
    path("enquiries/<int:pk>/write/", protecting.write_enquiry, name="write-enquiry"),
    path("enquiries/<int:pk>/conclude/", protecting.conclude_enquiry, name="conclude-enquiry"),
    path("enquiries/<int:pk>/told/", protecting.tell_of_enquiry, name="tell-of-enquiry"),
    path("plans/<int:pk>/end/", protecting.end_protection_plan, name="end-protection-plan"),
    path("plans/<int:pk>/mother/", protecting.wait_for_mother, name="wait-for-mother"),
    path("meetings/<int:pk>/", conferring.protection_meeting, name="protection-meeting"),
    path("meetings/<int:pk>/ready/", conferring.ready_meeting, name="ready-meeting"),
    path("meetings/<int:pk>/hold/", conferring.hold_meeting, name="hold-meeting"),
    path("meetings/<int:pk>/add/", conferring.add_to_meeting, name="add-to-meeting"),
    path("steps/<int:pk>/done/", conferring.do_meeting_step, name="do-meeting-step"),
    path("<str:kind>/plan/", conferring.plan_meeting, name="plan-meeting"),
    path("<str:kind>/record/", conferring.record_meeting, name="record-meeting"),
]
