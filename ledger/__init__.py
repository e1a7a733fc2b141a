"""What happened: events, their hash chain, and the room that all others stand on."""
