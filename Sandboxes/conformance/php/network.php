<?php
if (@stream_socket_client("tcp://192.0.2.1:80") === false) {
    echo "no network\n";
}
