package gateway

import "testing"

// What would never match an origin that a browser sends is refused.
func TestCheckOrigin(t *testing.T) {
	for _, good := range []string{
		Loopback, Extensions, Any, "null", "https://app.example", "http://localhost:5173", "https://app.example:80",
		"http://[::1]:8080", "chrome-extension://nkbihfbeogaeaoehlefnkodbefgpgknn",
	} {
		if err := CheckOrigin(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"", "app.example", "https://app.example/", "https://app.example/path", "https://*.app.example", "https://*",
		"https://app.example:443", "http://app.example:80", "http://[::1]:80", "https://app.example:",
		"https://user@app.example", "https://user:word@app.example", "HTTPS://app.example:443",
	} {
		if CheckOrigin(bad) == nil {
			t.Errorf("%q was taken for an origin", bad)
		}
	}
}
