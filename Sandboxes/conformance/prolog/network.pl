main :-
    catch(tcp_connect('192.0.2.1':80, _, []), _, writeln('no network')).
