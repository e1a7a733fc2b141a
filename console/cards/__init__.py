"""Cards to print: what travellers and the public can look out for, and whom to ring. Plain words, nobody blamed."""
