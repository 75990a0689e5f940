"""Signing in by django-allauth in Kith's words: passwords, second steps, passkeys, recovery codes (S-26 to S-35)."""
