raise 'nobody rescues this'
