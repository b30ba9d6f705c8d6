(throw (ex-info "nobody catches this" {}))
