"""What is asked for a photograph, and for taking it out of sight."""

from django import forms

from kith.web.forms import DayField, asked

MOST = 2 * 1024 * 1024  # bytes read of what was sent: one more says that it is too large


class KeepPortrait(forms.Form):
    """Cleans to the keywords of the act."""

    image = forms.FileField(
        label="The photo",
        help_text="A JPEG or PNG of at most 2 MB. Where and when it was taken is not kept.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png"}),
        error_messages={"required": "Choose a photo."},
    )
    agreed_by = forms.CharField(
        label="Who agreed to it?",
        max_length=200,
        help_text="The child, when they are old enough to say, and whoever may decide for them.",
        error_messages={"required": "Say who agreed to it. Without that there is no photo."},
    )
    agreed_on = asked(DayField(label="When did they agree?"), recent=True)

    def clean_image(self) -> bytes:
        return self.cleaned_data["image"].read(MOST + 1)  # type: ignore[no-any-return]


class EndPortrait(forms.Form):
    because = forms.CharField(
        label="Why should it not be shown any more?",
        max_length=300,
        error_messages={"required": "Say why, in a few words."},
    )
