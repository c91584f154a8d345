"""Profil on screen."""
