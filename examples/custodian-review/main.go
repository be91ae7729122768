// Custodian-review shows a job's question in words, and approves the job for an hour when nothing speaks against it:
//
//	custodian-review NETWORK JOB KEY
//
// NETWORK is a network's folder, JOB a job's id, and KEY the file of the custodian's key.
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
	"github.com/assent-network/assent/client/custodian/review"
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: custodian-review NETWORK JOB KEY")
	}
	ctx := context.Background()
	net := must(network.Load(os.Args[1]))
	c := must(client.Dial(ctx, net.Gateway, net.ChainID, net.Contracts))
	defer c.Close()
	key := must(keyfile.Load(os.Args[3], os.Getenv("ASSENT_PASSPHRASE")))
	custodian := c.Account(key)
	library := must(publish.OpenPublished()) // reads what versions of datasets publish
	defer library.Close()

	r := must(review.Open(ctx, c, &review.Source{Library: library}, common.HexToHash(os.Args[2])))
	fmt.Println(r.Words.Line)
	for _, warning := range r.Words.Warnings {
		fmt.Println("beware:", warning)
	}
	for _, near := range r.Releases.Near {
		fmt.Println("near:", near.Job, near.Difference)
	}
	fmt.Println("people who consent:", r.Live)
	if len(r.Words.Warnings)+len(r.Releases.Near)+len(r.Refusals) > 0 {
		fmt.Println("not approved: a person decides")
		return
	}
	until := must(r.ApprovalEnd(time.Hour, false))
	must(c.Approve(ctx, custodian, must(r.Approve(key, until))))
	fmt.Println("approved")
}

// must returns a value, or ends the program with the error.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
