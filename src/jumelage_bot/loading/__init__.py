"""From YAML files to the values of the domain, with every problem at its place."""
