"""The writer's page: a local page to write on, with sentences shaded and steps at the side."""
