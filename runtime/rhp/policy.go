package rhp

// Names in the node's local configuration of a runtime, and in its list of allowed queries, as the SDK knows them.
const (
	configAllowedQueries        = "allowed_queries"
	configAllowExpensiveQueries = "allow_expensive_queries"
	configAll                   = "all"
	configAllExpensive          = "all_expensive"
)

// queryPolicy reads from the node's configuration which queries it answers. What a list of rules does not decide is
// answered unless it is expensive, as in the SDK. Without any rules all queries are answered, which is not as in the
// SDK: queries come through the node's own socket only, the gateway needs the expensive ones, and they are bounded in
// gas and in number.
func queryPolicy(config map[string]any) func(name string, expensive bool) bool {
	rules := allowedQueries(config[configAllowedQueries])
	if allow, ok := config[configAllowExpensiveQueries].(bool); ok {
		rules = append(rules, map[string]bool{configAllExpensive: allow})
	}
	if len(rules) == 0 {
		return func(string, bool) bool { return true }
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

// allowedQueries reads a list of maps from names to booleans. What is of another form is ignored, which allows less.
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
