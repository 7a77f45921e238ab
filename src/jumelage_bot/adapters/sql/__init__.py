"""What must outlive the process, in a SQL database."""
