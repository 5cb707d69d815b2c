"""A reference work from YAML: read, check, link, render, write."""
