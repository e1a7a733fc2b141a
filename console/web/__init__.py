"""The console in the browser: rendered here, a client of the same services, one folder a face."""
