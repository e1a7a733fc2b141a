"""Tips from hotlines and the public: heard, triaged by a person, and never straight into a list."""
