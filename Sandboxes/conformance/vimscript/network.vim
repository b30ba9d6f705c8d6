try
    let channel = ch_open('192.0.2.1:80')
    if ch_status(channel) ==# 'fail'
        throw 'no network'
    endif
catch
    call writefile(['no network'], '/dev/stdout')
endtry
