"""Two lines of change meet here."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('involvement', '0004_worker_asked'),
        ('involvement', '0005_levels_and_closing'),
    ]

    operations = []
