"""Mails: one in a file, or a mailbox of them."""
