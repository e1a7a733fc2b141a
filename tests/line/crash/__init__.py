"""What stands after a killed process and after a power cut."""
