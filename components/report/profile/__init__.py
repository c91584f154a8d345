"""Profil: one regency, with everything that is known of it and whom it may be compared with."""
