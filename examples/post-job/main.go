// Post-job posts a job on a dataset, follows it until it ends, and prints its result:
//
//	post-job NETWORK DATASET PARAMETERS SCHEMA KEY RESULT-KEY
//
// NETWORK is a network's folder, the others are files but for DATASET, a dataset's id.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

func main() {
	if len(os.Args) != 7 {
		log.Fatal("usage: post-job NETWORK DATASET PARAMETERS SCHEMA KEY RESULT-KEY")
	}
	ctx := context.Background()
	net := must(network.Load(os.Args[1]))
	c := must(client.Dial(ctx, net.Gateway, net.ChainID, net.Contracts))
	defer c.Close()
	researcher := c.Account(must(keyfile.Load(os.Args[5], os.Getenv("ASSENT_PASSPHRASE"))))
	resultKey := must(keyfile.LoadResult(os.Args[6]))

	draft := must(c.NewJob(ctx, client.JobRequest{
		Dataset:    common.HexToHash(os.Args[2]),
		Kind:       kind.Query,
		Parameters: must(os.ReadFile(os.Args[3])),
		Schemas:    must(publish.LoadSchemas(os.Args[4:5])),
		Release:    job.Private,
		Rho:        50_000, // millionths
		Purpose:    purpose.FairnessAudit,
		Recipient:  condition.Institute,
		Researcher: researcher.Address(),
		ResultKey:  resultKey.PublicKey(),
		Nonce:      uint64(time.Now().UnixNano()),
	}))
	id := must(c.Post(ctx, researcher, draft))
	fmt.Println("posted", id)

	must(c.Watch(ctx, id, client.WatchOptions{Changed: func(now client.Change) {
		if now.Waiting != nil {
			log.Println("it waits:", now.Waiting.Why)
		}
	}}))
	delivery := must(c.Delivery(ctx, id))
	fmt.Printf("%s\n", must(delivery.Result(resultKey)))
}

// must returns a value, or ends the program with the error.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
