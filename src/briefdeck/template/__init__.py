"""Templates: somebody's own PowerPoint file becomes a value that compose and paint can build on."""
