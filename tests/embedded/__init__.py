"""What the supervisor of the embedded database promises. Real servers, real kills, nothing imitated."""
