package process

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/sys/unix"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/job"
)

// TestConfined: a process has no environment, no open file but its pipes, no way to more rights, writes no dump of its
// memory, and is another user where the worker is the superuser. What the worker has open is nowhere in it.
func TestConfined(t *testing.T) {
	t.Setenv("ASSENT_PASSPHRASE", "correct horse")
	// A file that is open for programs that are started, as a shell leaves them.
	leak, err := unix.Open(filepath.Join(t.TempDir(), "leak"), unix.O_CREAT|unix.O_RDWR, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(leak) //nolint:errcheck // nothing was written
	c := must(start([]string{"/proc/self/exe", playsCommand, "show"}, 3))(t)
	defer c.kill()
	own := firstUser + os.Getpid()*usersOfOne + 3
	if want := map[bool]int{true: own, false: os.Geteuid()}[os.Geteuid() == 0]; c.user != want {
		t.Errorf("the process is user %d's, want %d", c.user, want)
	}
	said := string(must(io.ReadAll(c.out))(t))
	_, fds, ok := strings.Cut(said, "files:\n")
	if !ok || !strings.HasPrefix(said, "environment: []\n") {
		t.Fatalf("it says\n%s", said)
	}
	for i, line := range strings.Split(strings.TrimSpace(fds), "\n") {
		fd, path, _ := strings.Cut(line, " ")
		// The runtime of the language has files of its own: what it waits by, and how many processors it may use.
		runtimes := strings.HasPrefix(path, "anon_inode:[event") || strings.HasPrefix(path, "/sys/fs/cgroup/")
		switch {
		case i < 2 && fd == strconv.Itoa(i) && strings.HasPrefix(path, "pipe:["):
		case i == 2 && fd == "2" && path == os.DevNull:
		case i > 2 && (runtimes || path == ""): // the list itself, which is closed now
		default:
			t.Errorf("file %s is %s", fd, path)
		}
	}
	for _, want := range []string{"NoNewPrivs:\t1\n", "core: 0 0\n", "dumpable: 0\n", "ends with its parent: 9\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("without %q it says\n%s", want, said)
		}
	}
	user := "Uid:" + strings.Repeat(fmt.Sprintf("\t%d", own), 4) + "\n"
	if os.Geteuid() == 0 && !strings.Contains(said, user) {
		t.Errorf("of the superuser's it says\n%s", said)
	}
	mine := must(os.ReadFile("/proc/thread-self/status"))(t)
	if !strings.Contains(string(mine), "NoNewPrivs:\t0") {
		t.Error("the test has given up rights itself, so that it shows nothing")
	}
}

// show says what the process is, once it is confined.
func show() int {
	if err := confine(); err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Printf("environment: %v\n", os.Environ())
	status, _ := os.ReadFile("/proc/self/status")
	fmt.Printf("%s", status)
	var core unix.Rlimit
	_ = unix.Getrlimit(unix.RLIMIT_CORE, &core)
	fmt.Printf("core: %d %d\n", core.Cur, core.Max)
	dumpable, _ := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	fmt.Printf("dumpable: %d\n", dumpable)
	var dies int32
	_ = unix.Prctl(unix.PR_GET_PDEATHSIG, uintptr(unsafe.Pointer(&dies)), 0, 0, 0)
	fmt.Printf("ends with its parent: %d\nfiles:\n", dies)
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		fmt.Println(err)
	}
	for _, e := range entries {
		path, _ := os.Readlink("/proc/self/fd/" + e.Name())
		fmt.Println(e.Name(), path)
	}
	return 0
}

// TestApart: a process that a job took over reaches no other job's, not even one that is about to start and has not
// shut its memory yet: it cannot end it, trace it or open its memory. It has no network either.
func TestApart(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("processes are of different users where the worker's is the superuser")
	}
	other := must(start([]string{"/proc/self/exe", playsCommand, "silent"}, 0))(t) // shuts nothing
	defer other.kill()
	pid := other.cmd.Process.Pid
	c := must(start([]string{"/proc/self/exe", playsCommand, fmt.Sprintf("reach %d", pid)}, 1))(t)
	defer c.kill()
	if c.user == other.user {
		t.Errorf("both are user %d's", c.user)
	}
	said := string(must(io.ReadAll(c.out))(t))
	if !strings.HasPrefix(said, "network: lo\n") || !strings.HasSuffix(said, "that is all\n") {
		t.Errorf("it says\n%s", said)
	}
	if strings.Contains(said, "reached") {
		t.Errorf("of another process it reached\n%s", said)
	}
}

// reach says what it reaches of another process, and of the network.
func reach(other string) int {
	pid, err := strconv.Atoi(other)
	if err != nil {
		return 1
	}
	var names []string
	interfaces, _ := net.Interfaces()
	for _, i := range interfaces {
		names = append(names, i.Name)
	}
	fmt.Printf("network: %s\n", strings.Join(names, " "))
	tries := map[string]func() error{
		"a signal": func() error { return unix.Kill(pid, 0) },
		"memory": func() error {
			f, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
			if err == nil {
				err = f.Close()
			}
			return err
		},
		"files": func() error { _, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid)); return err },
		"a trace": func() error {
			runtime.LockOSThread()
			return unix.PtraceSeize(pid)
		},
	}
	for what, try := range tries {
		if try() == nil {
			fmt.Println("reached:", what)
		}
	}
	fmt.Println("that is all")
	return 0
}

// TestLeavesNothingBehind: when a worker ends a process, those that it started end as well.
func TestLeavesNothingBehind(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("processes have others of their own where the worker's user is the superuser")
	}
	c := must(start([]string{"/proc/self/exe", playsCommand, "leave a process behind"}, 0))(t)
	defer c.kill()
	said := make([]byte, len("started"))
	if _, err := io.ReadFull(c.out, said); err != nil || string(said) != "started" {
		t.Fatalf("it says %q, %v", said, err)
	}
	if err := c.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	// The other one has the pipe as well.
	if err := c.out.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(c.out); err != nil {
		t.Errorf("a process goes on: %q, %v", rest, err)
	}
}

// leaveBehind starts a process that does nothing and ends with no one.
func leaveBehind() int {
	cmd := exec.Command("/proc/self/exe", playsCommand, "silent")
	cmd.Stdout, cmd.SysProcAttr = os.Stdout, &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Print("started")
	select {}
}

// TestMainRefuses: the command is for a worker, and says so.
func TestMainRefuses(t *testing.T) {
	cmd := exec.Command("/proc/self/exe", Command)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err == nil || !strings.Contains(said.String(), "assent worker run") {
		t.Errorf("%v: %s", err, &said)
	}
}

// TestNoKeysInMemory: in the memory of a process that has read its rows and waits for the noise key there are the rows,
// and nothing of what the worker decrypted them with, signs with, or knows the people by.
func TestNoKeysInMemory(t *testing.T) {
	s := newSample(t, 500, job.Private)
	file := must(s.key.FileKey(s.header(t)))(t)
	account := must(crypto.GenerateKey())(t)
	secrets := map[string][]byte{
		"the dataset's key as text":  []byte(s.key.Secret()),
		"the key of the file":        file[:],
		"the key of the account":     crypto.FromECDSA(account),
		"the noise key, before":      s.noise.Bytes()[:32],
		"a secret that a test wrote": []byte("the worker's own " + strings.Repeat("secret ", 3)),
		"the account's key, as text": []byte(hex.EncodeToString(crypto.FromECDSA(account))),
		"what the environment says":  []byte("correct " + "horse battery"),
	}
	t.Setenv("ASSENT_PASSPHRASE", string(secrets["what the environment says"]))
	l := newLauncher(t, []string{"/proc/self/exe", playsCommand, "dumped"})
	e := must(l.Start(t.Context(), &s.job))(t).(*engine)
	defer e.Close()
	head := s.head(t)
	must(e.Roster(t.Context(), head))(t)
	must(e.Select(t.Context(), head.Rest()))(t)
	if err := e.child.cmd.Process.Signal(unix.SIGUSR1); err != nil {
		t.Fatal(err)
	}
	memory := must(io.ReadAll(e.said))(t)
	t.Logf("%d bytes of memory", len(memory))
	// What has to be found, so that not finding means something: a salt of the roster, and a member's pseudonym.
	for name, there := range map[string][]byte{
		"a salt": s.roster[499].Salt[:], "a pseudonym": s.roster[499].Pseudonym[:], "the schema": s.job.Schema,
	} {
		if !bytes.Contains(memory, there) {
			t.Errorf("%s is not in memory: the search finds nothing", name)
		}
	}
	for name, secret := range secrets {
		if bytes.Contains(memory, secret) {
			t.Errorf("%s is in the memory of the process", name)
		}
	}
}

// dumped is the real process, but for a signal at which it writes its memory to its worker and ends.
func dumped() int {
	told := make(chan os.Signal, 1)
	signal.Notify(told, unix.SIGUSR1)
	go func() {
		<-told
		out := bufio.NewWriter(os.Stdout)
		if err := writeMemory(out); err != nil {
			fmt.Fprintln(out, err)
		}
		_ = out.Flush()
		os.Exit(0)
	}()
	return Main()
}

// writeMemory writes what this process has in memory and may write to.
func writeMemory(w io.Writer) error {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return err
	}
	page := make([]byte, 1<<20)
	for _, line := range strings.Split(string(maps), "\n") {
		var from, to uintptr
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil || rights[:2] != "rw" {
			continue
		}
		for at := from; at < to; at += uintptr(len(page)) {
			n := min(uintptr(len(page)), to-at)
			read, err := unix.ProcessVMReadv(os.Getpid(), []unix.Iovec{{Base: &page[0], Len: uint64(n)}},
				[]unix.RemoteIovec{{Base: at, Len: int(n)}}, 0)
			if err != nil {
				continue // a page that was never touched
			}
			if _, err := w.Write(page[:read]); err != nil {
				return err
			}
		}
	}
	return nil
}

// TestEndsWithItsParent: when a worker is killed, its processes are gone, also one that reads nothing more.
func TestEndsWithItsParent(t *testing.T) {
	for _, at := range []string{"silent", "waits"} {
		t.Run(at, func(t *testing.T) {
			parent := exec.Command("/proc/self/exe", playsCommand, "parent of "+at)
			out := must(parent.StdoutPipe())(t)
			if err := parent.Start(); err != nil {
				t.Fatal(err)
			}
			var pid int
			if _, err := fmt.Fscan(out, &pid); err != nil {
				t.Fatal(err)
			}
			child, err := unix.PidfdOpen(pid, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer unix.Close(child) //nolint:errcheck // nothing was written
			ended := []unix.PollFd{{Fd: int32(child), Events: unix.POLLIN}}
			if n, err := unix.Poll(ended, 0); n != 0 || err != nil {
				t.Fatalf("the process has ended before its parent: %v", err)
			}
			if err := parent.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = parent.Wait()
			if n, err := unix.Poll(ended, 20_000); n != 1 || err != nil {
				t.Errorf("the process goes on: %v", err)
			}
		})
	}
}

// parentOf starts a process and says which it is.
func parentOf(command []string) int {
	c, err := start(command, 0)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println(c.cmd.Process.Pid)
	select {}
}

func unbounded(*compute.Job) error { return nil }

// TestGoneParent: without a worker to read from, a process ends by itself, wherever it is.
func TestGoneParent(t *testing.T) {
	s := newSample(t, 30, job.Exact)
	var whole bytes.Buffer
	if err := writeJob(&whole, &s.job); err != nil {
		t.Fatal(err)
	}
	text := textWriter{&whole}
	if _, err := s.head(t).WriteTo(text); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() {
		if err := Serve(bytes.NewReader(whole.Bytes()[:n]), io.Discard, unbounded); err == nil {
			t.Fatalf("after %d bytes of %d it ends well", n, whole.Len())
		}
	}
}

// TestSpare: a process is ready for the next job before it is asked for, a new one each time, and one that has ended
// meanwhile is not given a job.
func TestSpare(t *testing.T) {
	l := newLauncher(t, Self())
	s := newSample(t, 10, job.Exact)
	seen := make(map[int]bool)
	for i := range 4 {
		l.mu.Lock()
		spare := l.spare
		l.mu.Unlock()
		if i == 2 {
			spare.kill()
			<-spare.ended
		}
		e := must(l.Start(t.Context(), &s.job))(t).(*engine)
		if (e.child == spare) == (i == 2) || seen[e.child.cmd.Process.Pid] {
			t.Errorf("job %d: process %d, ready was %d", i, e.child.cmd.Process.Pid, spare.cmd.Process.Pid)
		}
		seen[e.child.cmd.Process.Pid] = true
		s.run(t, e)
		e.Close()
		<-e.child.ended
		l.await(t)
	}
	l.Close()
	if _, err := l.Start(t.Context(), &s.job); err == nil {
		t.Error("a launcher that is closed starts a process")
	}
}

// await waits until a process is ready.
func (l *Launcher) await(t testing.TB) {
	t.Helper()
	for {
		l.mu.Lock()
		ready, filled := l.spare != nil, l.filled
		l.mu.Unlock()
		if ready {
			return
		}
		if !filled {
			t.Fatal("no process is on its way")
		}
	}
}

// TestMemory: a process that takes more memory than it may ends, and its engine with it.
func TestMemory(t *testing.T) {
	l := newLauncher(t, []string{"/proc/self/exe", playsCommand, "greedy"})
	s := newSample(t, 10, job.Exact)
	s.job.Memory = 0
	e := must(l.Start(t.Context(), &s.job))(t).(*engine)
	defer e.Close()
	_, err := e.Roster(t.Context(), s.head(t))
	if err != compute.ErrEnded { //nolint:errorlint // and no word more
		t.Errorf("%v", err)
	}
}

// greedy takes memory up to a bound that is above its own, and only then answers.
func greedy() int {
	in := bufio.NewReader(os.Stdin)
	j, err := readJob(in)
	if err == nil {
		err = bound(j)
	}
	if err != nil {
		return 1
	}
	var all [][]byte
	for taken := 0; taken < 4*ownMemory; taken += 1 << 20 {
		part := make([]byte, 1<<20)
		for i := 0; i < len(part); i += 4096 {
			part[i] = 1
		}
		all = append(all, part)
	}
	table, err := compute.Open(compute.NewEngines(), j, &textReader{r: in})
	if err != nil || len(all) == 0 {
		return 1
	}
	_ = writeRoster(os.Stdout, table.Roster())
	return 0
}
