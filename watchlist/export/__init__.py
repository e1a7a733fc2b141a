"""Lists on their way to other authorities: as our CSV or FollowTheMoney, signed with the version that they hold."""
