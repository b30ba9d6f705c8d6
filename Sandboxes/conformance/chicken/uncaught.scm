(import (chicken base))

(error "nobody handles this")
