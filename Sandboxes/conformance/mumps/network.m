network
 set $etrap="goto failed^network"
 open "|TCP|0":(connect="192.0.2.1:80:TCP"):1:"SOCKET"
 quit
failed
 set $ecode=""
 write "no network",!
 quit
