"""Tests of what follows an indication: call-backs, referrals, outcomes, tips."""
