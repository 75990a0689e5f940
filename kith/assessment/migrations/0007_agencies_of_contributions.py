from django.db import migrations


class Migration(migrations.Migration):
    """What was given to assessments so far keeps the agency of whoever gave it."""

    dependencies = [("assessment", "0006_signs_of_harm")]

    operations = [
        migrations.RunSQL(
            "update assessment_contribution given set agency_id = heard.agency_id"
            " from assessment_contributor heard"
            " where heard.id = given.contributor_id and heard.agency_id is not null",
            migrations.RunSQL.noop,
        )
    ]
