$(error nobody catches this)
