package rhp

// Names in the node's local configuration of a runtime, and in its list of
// allowed queries, as the SDK knows them.
const (
	configAllowedQueries        = "allowed_queries"
	configAllowExpensiveQueries = "allow_expensive_queries"
	configAll                   = "all"
	configAllExpensive          = "all_expensive"
)

// queryPolicy reads from the node's configuration which queries it answers.
// Without any, it answers all but expensive ones.
func queryPolicy(config map[string]any) func(name string, expensive bool) bool {
	rules := allowedQueries(config[configAllowedQueries])
	if allow, ok := config[configAllowExpensiveQueries].(bool); ok && allow {
		rules = append(rules, map[string]bool{configAllExpensive: true})
	}
	return func(name string, expensive bool) bool {
		for _, rule := range rules {
			if allow, ok := rule[name]; ok {
				return allow
			}
			if allow, ok := rule[configAllExpensive]; ok && expensive {
				return allow
			}
			if allow, ok := rule[configAll]; ok {
				return allow
			}
		}
		return !expensive
	}
}

// allowedQueries reads a list of maps from names to booleans. What is of
// another form is ignored, which allows less.
func allowedQueries(value any) []map[string]bool {
	list, _ := value.([]any)
	rules := make([]map[string]bool, 0, len(list))
	for _, item := range list {
		rule := make(map[string]bool)
		switch m := item.(type) {
		case map[any]any:
			for key, value := range m {
				if name, ok := key.(string); ok {
					if allow, ok := value.(bool); ok {
						rule[name] = allow
					}
				}
			}
		case map[string]any:
			for name, value := range m {
				if allow, ok := value.(bool); ok {
					rule[name] = allow
				}
			}
		}
		rules = append(rules, rule)
	}
	return rules
}
