package jobs_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// onePerson asks for the weight of the one person who weighs 4.
const onePerson = `{"format":"assent-query/1","filter":{"column":"weight","op":"=","value":"4"},
	"measures":[{"op":"sum","column":"weight"}]}`

// TestStory_theReviewerRefusesAQuestionAboutOnePerson: a reviewer reads from the chain and the published folder alone
// that a question is about few people, and refuses it; the researcher reads the reason, cancels, and has the fee back.
// Another job waits for people who consent, and says so.
func TestStory_theReviewerRefusesAQuestionAboutOnePerson(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	id := s.post(t, wanted{kind: kind.Query, parameters: onePerson})
	q := s.question(t, id)
	if q.Line != "sum of weight, where weight is 4; exact" || !strings.Contains(strings.Join(q.Warnings, "\n"),
		"few people may fit: weight is 4") {
		t.Errorf("the question reads %q, beware: %q", q.Line, q.Warnings)
	}
	if w := s.waiting(t, id); w.For != client.ForApproval {
		t.Errorf("before the review it waits for %+v", w)
	}
	const reason = "it picks too few people"
	must(s.Client.Refuse(t.Context(), s.Custodian, id, s.job(t, id).Spec.Deadline+1, reason))(t)
	_, err := s.Client.Watch(t.Context(), id, client.WatchOptions{})
	var stands *client.StandsError
	if !errors.As(err, &stands) || !strings.HasSuffix(stands.Waiting.Why, strconv.Quote(reason)) {
		t.Fatalf("who waits for a refused job is told: %v", err)
	}
	must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
	s.checkPaid(t, id, s.checkSteps(t, id, "posted", "disapproved", "cancelled"))

	everybody := make([]int, len(s.Subjects))
	for i := range everybody {
		everybody[i] = i
	}
	second := s.ask(t, wanted{})
	s.revoke(t, 2, everybody...)
	if w := s.waiting(t, second); w.For != client.ForCohort || !strings.Contains(w.Why, "0 consent to this job") {
		t.Errorf("a job without people waits for %+v", w)
	}
	must(s.Client.Cancel(t.Context(), s.researcher, second))(t)
	if r := must(s.Client.Refusal(t.Context(), s.job(t, second)))(t); r != nil || s.job(t,
		second).State() != job.Cancelled {
		t.Errorf("a job that was cancelled only: %+v", r)
	}
}

// waiting is what a job waits for.
func (s *study) waiting(t testing.TB, id common.Hash) *client.Waiting {
	t.Helper()
	w := must(s.Client.WaitingFor(t.Context(), id))(t)
	if w == nil {
		t.Fatal("the job waits for nothing")
	}
	return w
}

// question reads a job's question as a reviewer does.
func (s *study) question(t testing.TB, id common.Hash) *question.Question {
	t.Helper()
	ctx := t.Context()
	library := must(publish.OpenPublished())(t)
	defer library.Close()
	return must(review.Open(ctx, s.Client, &review.Source{Library: library}, id))(t).Words
}
