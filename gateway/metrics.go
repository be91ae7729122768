package gateway

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/assent-network/assent/gateway/internal/web"
)

// health reports how the gateway is, for /healthz. It is well while its node answers and the index is up with it.
func (g *Gateway) health() (ok bool, detail any) {
	status := g.follower.Status()
	next := g.index.Next()
	synced := next+healthyLag > status.Highest
	return status.Connected && synced, map[string]any{
		"node":         status.Connected,
		"synced":       synced,
		"nextRound":    next,
		"highestRound": status.Highest,
	}
}

// healthyLag is how many rounds the index of a healthy gateway may be behind.
const healthyLag = 16

// metrics returns the handler of /metrics.
func (g *Gateway) metrics() http.Handler {
	registry := prometheus.NewRegistry()
	gauge := func(name, help string, f func() float64) {
		registry.MustRegister(
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: "assent_gateway", Name: name, Help: help}, f),
		)
	}
	counter := func(name, help string, f func() float64) {
		registry.MustRegister(
			prometheus.NewCounterFunc(prometheus.CounterOpts{Namespace: "assent_gateway", Name: name, Help: help}, f),
		)
	}
	gauge("node_connected", "Whether the node answers.", func() float64 {
		if g.follower.Status().Connected {
			return 1
		}
		return 0
	})
	gauge("index_next_round", "The round that is indexed next.", func() float64 { return float64(g.index.Next()) })
	gauge(
		"node_highest_round",
		"The last round that the node was seen to have.",
		func() float64 { return float64(g.follower.Status().Highest) },
	)
	gauge(
		"pending_transactions",
		"Transactions that wait to be included, as far as this gateway knows.",
		func() float64 { return float64(g.pool.Stats().Pending) },
	)
	counter(
		"transactions_accepted_total",
		"Transactions that the node's pool took.",
		func() float64 { return float64(g.pool.Stats().Accepted) },
	)
	counter(
		"transactions_refused_total",
		"Transactions that were refused.",
		func() float64 { return float64(g.pool.Stats().Refused) },
	)
	counter(
		"http_served_total",
		"HTTP requests and WebSocket connections served.",
		func() float64 { return float64(g.web.Served()) },
	)
	for _, kind := range web.Reasons() {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Namespace:   "assent_gateway",
			Name:        "http_refused_total",
			Help:        "Connections and requests refused, and connections cut, by reason.",
			ConstLabels: prometheus.Labels{"reason": kind},
		}, func() float64 { return float64(g.web.Refused()[kind]) }))
	}
	for name, pool := range g.pools.byName() {
		labels := prometheus.Labels{"what": name}
		registry.MustRegister(
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{
				Namespace:   "assent_gateway",
				Name:        "in_use",
				Help:        "What clients have of what they share.",
				ConstLabels: labels,
			}, func() float64 { return float64(pool.Used()) }),
			prometheus.NewCounterFunc(prometheus.CounterOpts{
				Namespace:   "assent_gateway",
				Name:        "refused_total",
				Help:        "Wishes refused because all, or a client's share, was in use.",
				ConstLabels: labels,
			}, func() float64 { return float64(pool.Refused()) }),
		)
	}
	return promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
}
