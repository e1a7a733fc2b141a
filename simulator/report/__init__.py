"""What is handed back after a course: a class report with nobody named, and each trainee's own."""
