package operate

import "testing"

func TestFromGuest(t *testing.T) {
	for address, want := range map[string]string{
		"tcp:127.0.0.1:42":          "tcp:10.0.2.2:42",
		"http://127.0.0.1:8600":     "http://10.0.2.2:8600",
		"http://localhost:8600/x":   "http://10.0.2.2:8600/x",
		"http://[::1]:8600":         "http://10.0.2.2:8600",
		"https://keys.example.org":  "https://keys.example.org",
		"http://192.168.1.1:8600/a": "http://192.168.1.1:8600/a",
	} {
		if got, err := fromGuest(address); err != nil || got != want {
			t.Errorf("%s is %s from a guest, %v, want %s", address, got, err, want)
		}
	}
	for _, bad := range []string{"", "keys", "tcp:nowhere", "http://", "\x00"} {
		if got, err := fromGuest(bad); err == nil {
			t.Errorf("%q is %s from a guest", bad, got)
		}
	}
}
