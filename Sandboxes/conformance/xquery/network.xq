try {
    http:send-request(<http:request method="get"/>, "http://192.0.2.1:80/")
} catch * {
    "no network"
}
