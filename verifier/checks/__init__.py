"""Document checks in the terms of BSI TR-03135."""
