"""Sign-in and audience, and nothing else."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from kith.access import Audience, policies


class Accounts(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """Someone who signs in. What they may see comes from ties, what they may do from roles."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    audience = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Audience])
    person = models.ForeignKey(
        "people.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
        db_constraint=False,  # sign-in's tables stand apart from the record's
    )
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()
    policy = policies.door("rac")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name
