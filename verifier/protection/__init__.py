"""What follows an indication: assessing again, calling back, referring, outcomes and tips. Apart from crossings."""
