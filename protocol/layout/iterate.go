package layout

const (
	// IterateQuery is the runtime's query for a proof of the entries of its state from a key on. Arguments and result
	// are Oasis Core's for the same request to a node, syncer.IterateRequest and syncer.ProofResponse in CBOR. The
	// runtime has most of its state in memory, where a node reads each tree node from a database.
	IterateQuery = "state.Iterate"
	// MaxIterated is how many entries such a request may ask for.
	MaxIterated = 8192
)
