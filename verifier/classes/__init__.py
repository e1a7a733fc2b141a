"""What whole classes learned: figures that a trainer handed over. Nobody in a class is told of here."""
